// Reads traefik's dynamic configuration as traefik's file provider does, and refuses what it does not know.
package main

import (
	"fmt"
	"os"

	"github.com/traefik/paerser/file"
	"github.com/traefik/traefik/v3/pkg/config/dynamic"
)

func main() {
	status := 0
	for _, path := range os.Args[1:] {
		if err := file.Decode(path, &dynamic.Configuration{}); err != nil {
			fmt.Printf("%s: %v\n", path, err)
			status = 1
		}
	}
	os.Exit(status)
}
