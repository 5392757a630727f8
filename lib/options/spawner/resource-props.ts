import type { Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';

/** How much of the CPU each user's server gets, as a `Cpu` or in cores. */
export interface CpuProps {
  /**
   * At most (`KubeSpawner.cpu_limit`).
   * @default - no limit
   */
  readonly limit?: number | Cpu;
  /**
   * At least (`KubeSpawner.cpu_guarantee`).
   * @default - nothing
   */
  readonly guarantee?: number | Cpu;
}

/** How much memory each user's server gets: a `Size`, bytes, or a string such as `512M` or `1.5G` (powers of 1024). */
export interface MemoryProps {
  /**
   * At most (`KubeSpawner.mem_limit`).
   * @default - no limit
   */
  readonly limit?: number | string | Size;
  /**
   * At least (`KubeSpawner.mem_guarantee`).
   * @default 1G
   */
  readonly guarantee?: number | string | Size;
}

/** Other resources of each user's server, by name, e.g. `nvidia.com/gpu`. */
export interface ExtraResourceProps {
  /**
   * At most (`KubeSpawner.extra_resource_limits`).
   * @default {}
   */
  readonly limits?: { [resource: string]: number | string };
  /**
   * At least (`KubeSpawner.extra_resource_guarantees`).
   * @default {}
   */
  readonly guarantees?: { [resource: string]: number | string };
}

/** GPUs of each user's server: as limit and guarantee, as Kubernetes asks for. */
export interface GpuProps {
  /** How many. */
  readonly count: number;
  /**
   * Name of the resource.
   * @default nvidia.com/gpu
   */
  readonly resource?: string;
}
