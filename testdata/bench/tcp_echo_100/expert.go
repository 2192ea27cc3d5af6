package main

import (
	"bufio"
	"fmt"
	"net"
	"sync"
)

const N, R = 100, 400

func handle(c net.Conn) {
	defer c.Close()
	r := bufio.NewReader(c)
	for {
		line, err := r.ReadSlice('\n')
		if err != nil {
			return
		}
		if _, err := c.Write(line); err != nil {
			return
		}
	}
}

func client(addr string, k int) int {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		panic(err)
	}
	defer c.Close()
	r := bufio.NewReader(c)
	s := 0
	for i := range R {
		fmt.Fprintf(c, "hello %d %d\n", k, i)
		line, err := r.ReadSlice('\n')
		if err != nil {
			panic(err)
		}
		s += len(line)
	}
	return s
}

func main() {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go handle(c)
		}
	}()
	var wg sync.WaitGroup
	res := make([]int, N)
	for k := range res {
		wg.Go(func() { res[k] = client(ln.Addr().String(), k) })
	}
	wg.Wait()
	s := 0
	for _, v := range res {
		s += v
	}
	fmt.Println(s)
}
