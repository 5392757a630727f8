/** A plugin of kube-scheduler at an extension point. */
export interface SchedulerPluginProps {
  /** Its name. */
  readonly name: string;
  /**
   * Its weight, at the point `score`.
   * @default 1
   */
  readonly weight?: number;
}

/** Plugins at an extension point. */
export interface SchedulerPluginSetProps {
  /**
   * Plugins to use, in order.
   * @default - none; for `score`, those that fill up busy nodes first
   */
  readonly enabled?: SchedulerPluginProps[];
  /**
   * Plugins of kube-scheduler's own not to use; `*` for all.
   * @default - none; for `score`, those whose weights `enabled` changes
   */
  readonly disabled?: SchedulerPluginProps[];
}

/** Arguments of a plugin. */
export interface SchedulerPluginConfigProps {
  /** The plugin's name. */
  readonly name: string;
  /**
   * Its arguments, as the plugin knows them. Escape hatch: passed on as it is, unchecked.
   * @default {}
   */
  readonly args?: { [key: string]: any };
}

/** Plugins of kube-scheduler by extension point (`KubeSchedulerProfile.plugins`). */
export interface SchedulerPluginsProps {
  /**
   * At `queueSort`: the order of waiting pods.
   * @default - kube-scheduler's own
   */
  readonly queueSort?: SchedulerPluginSetProps;
  /**
   * At `preEnqueue`: whether a pod may wait for its turn.
   * @default - kube-scheduler's own
   */
  readonly preEnqueue?: SchedulerPluginSetProps;
  /**
   * At `preFilter`: preparing the filters.
   * @default - kube-scheduler's own
   */
  readonly preFilter?: SchedulerPluginSetProps;
  /**
   * At `filter`: nodes that a pod can run on.
   * @default - kube-scheduler's own
   */
  readonly filter?: SchedulerPluginSetProps;
  /**
   * At `postFilter`: what to do where there is none.
   * @default - kube-scheduler's own
   */
  readonly postFilter?: SchedulerPluginSetProps;
  /**
   * At `preScore`: preparing the scores.
   * @default - kube-scheduler's own
   */
  readonly preScore?: SchedulerPluginSetProps;
  /**
   * At `score`: how good a node is.
   * @default - those that fill up busy nodes first
   */
  readonly score?: SchedulerPluginSetProps;
  /**
   * At `reserve`: keeping room.
   * @default - kube-scheduler's own
   */
  readonly reserve?: SchedulerPluginSetProps;
  /**
   * At `permit`: holding a pod back.
   * @default - kube-scheduler's own
   */
  readonly permit?: SchedulerPluginSetProps;
  /**
   * At `preBind`: before a pod is bound.
   * @default - kube-scheduler's own
   */
  readonly preBind?: SchedulerPluginSetProps;
  /**
   * At `bind`: binding a pod.
   * @default - kube-scheduler's own
   */
  readonly bind?: SchedulerPluginSetProps;
  /**
   * At `postBind`: after a pod is bound.
   * @default - kube-scheduler's own
   */
  readonly postBind?: SchedulerPluginSetProps;
  /**
   * At `multiPoint`: all points that a plugin knows.
   * @default - kube-scheduler's own
   */
  readonly multiPoint?: SchedulerPluginSetProps;
}
