/** Version of the zero-to-jupyterhub chart whose deployment this library makes. */
export const CHART_VERSION = '4.4.0';

/** Version of JupyterHub in that chart's images. */
export const JUPYTERHUB_VERSION = '5.5.0';

/** Version of this library; a test holds it against `package.json`. */
export const LIBRARY_VERSION = '0.1.0';
