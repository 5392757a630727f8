/** How much of the CPU each user's server gets, in cores. */
export interface CpuProps {
  /**
   * At most (`KubeSpawner.cpu_limit`).
   * @default - no limit
   */
  readonly limit?: any;
  /**
   * At least (`KubeSpawner.cpu_guarantee`).
   * @default - nothing
   */
  readonly guarantee?: any;
}

/** How much memory each user's server gets: bytes, or a text such as `512M` or `1.5G` (powers of 1024). */
export interface MemoryProps {
  /**
   * At most (`KubeSpawner.mem_limit`).
   * @default - no limit
   */
  readonly limit?: any;
  /**
   * At least (`KubeSpawner.mem_guarantee`).
   * @default 1G
   */
  readonly guarantee?: any;
}

/** Other resources of each user's server, by name, e.g. `nvidia.com/gpu`. */
export interface ExtraResourceProps {
  /**
   * At most (`KubeSpawner.extra_resource_limits`).
   * @default {}
   */
  readonly limits?: { [key: string]: any };
  /**
   * At least (`KubeSpawner.extra_resource_guarantees`).
   * @default {}
   */
  readonly guarantees?: { [key: string]: any };
}
