package main

import (
	"context"

	"github.com/pyasync2go/pyasync2go/runtime/asyncio"
	"github.com/pyasync2go/pyasync2go/runtime/py"
	"github.com/pyasync2go/pyasync2go/runtime/pystd/dataclasses"
)

var appServiceLoaded bool

type Config struct {
	retries any
}

var configClass *py.Class

type Service struct {
	config *Config
	seen   *py.List[any]
}

var _ = py.StructClass[Service]("app.service.Service", nil)

func newService(config *Config) *Service {
	return &Service{config: config, seen: py.ListOf[any]()}
}

func (s *Service) run(ctx context.Context, name any) (any, error) {
	if err := asyncio.Sleep(ctx, 0); err != nil {
		return nil, err
	}
	s.seen.Append(name)
	if py.Truth(py.Eq(name, "missing")) {
		return nil, py.MakeError(py.Call(NotFound, name))
	}
	if py.Truth(py.Eq(name, "bad")) {
		return nil, py.MakeError(py.Call(AppError, "bad", name))
	}
	return py.CallMethod(py.Call(Job, name), "finish"), nil
}

func (s *Service) many(ctx context.Context, jobs *py.List[any]) (*py.List[any], error) {
	var runs []asyncio.Awaitable[any]
	for j := range jobs.All() {
		name := py.GetAttr(j, "name")
		runs = append(runs, asyncio.GoValue(func(ctx context.Context) (any, error) {
			return s.run(ctx, name)
		}).Restartable().Named("Service.run"))
	}
	done, err := asyncio.Gather(ctx, runs...)
	if err != nil {
		return nil, err
	}
	items := py.ListOf[any]()
	for j := range done.All() {
		items.Append(py.GetAttr(j, "status"))
	}
	return items, nil
}

// importAppService runs the module app.service when it is first imported.
func importAppService() {
	if appServiceLoaded {
		return
	}
	appServiceLoaded = true

	importApp()
	importAppErrors()
	importApp()
	importAppCore()
	importAppCoreModels()
	importApp()
	importAppErrors()
	configClass = dataclasses.Struct(
		py.StructClass[Config]("app.service.Config", nil, py.Kw{Name: "__new__", Value: py.Func("Config.__init__(self, retries=1)", func(retries any) *Config { return &Config{retries: retries} })}),
		dataclasses.Options{Frozen: true},
		[]dataclasses.StructField{{Name: "retries", HasDefault: true, Default: 1}},
	)
}
