package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
)

// peakMemory runs the command and returns the most memory that its process had
// resident, in bytes. The kernel's account of a child that has ended cannot be
// used: it starts from what the parent had resident. So the process is traced,
// and looked at when it is about to exit.
func peakMemory(cmd *exec.Cmd) (peak int64, err error) {
	runtime.LockOSThread() // only the thread that started the trace may follow it
	defer runtime.UnlockOSThread()
	cmd.SysProcAttr = &syscall.SysProcAttr{Ptrace: true}
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	pid := cmd.Process.Pid
	traced := follow(pid, &peak)
	if traced != nil {
		traced = errors.Join(traced, cmd.Process.Kill())
	}
	return peak, errors.Join(traced, cmd.Wait())
}

// follow lets a traced process run until it is about to exit, and reads its peak.
func follow(pid int, peak *int64) error {
	const events = syscall.PTRACE_O_TRACEEXIT | syscall.PTRACE_O_TRACEEXEC
	for first := true; ; first = false {
		var status syscall.WaitStatus
		if _, err := syscall.Wait4(pid, &status, syscall.WALL, nil); err != nil {
			return err
		}
		if !status.Stopped() {
			return fmt.Errorf("ended untraced: %v", status)
		}
		signal := 0
		switch {
		case first:
			if err := syscall.PtraceSetOptions(pid, events); err != nil {
				return err
			}
		case status.TrapCause() == syscall.PTRACE_EVENT_EXIT:
			n, err := highWater(pid)
			*peak = n
			return errors.Join(err, syscall.PtraceDetach(pid))
		case status.TrapCause() == syscall.PTRACE_EVENT_EXEC: // a script that starts the program
		default:
			signal = int(status.StopSignal()) // the process's own: pass it on
		}
		if err := syscall.PtraceCont(pid, signal); err != nil {
			return err
		}
	}
}

// highWater reads the peak of the resident memory of a process.
func highWater(pid int) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(text), "VmHWM:")
	var kilobytes int64
	if _, err := fmt.Sscanf(rest, "%d kB", &kilobytes); err != nil {
		return 0, fmt.Errorf("/proc/%d/status: VmHWM: %w", pid, err)
	}
	return kilobytes * 1024, nil
}
