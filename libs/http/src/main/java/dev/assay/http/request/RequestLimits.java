package dev.assay.http.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** How large a request body may be, in bytes. */
@ConfigMapping(prefix = "assay.http.limits")
public interface RequestLimits {

  /** Bodies that are read whole, JSON above all. */
  @WithName("json-bytes")
  @WithDefault("1048576")
  long json();

  /** Bodies that are streamed to somewhere, on paths that match {@link #streamPath()}. */
  @WithName("stream-bytes")
  @WithDefault("5368709120")
  long stream();

  /** Regular expression of paths whose bodies are streamed. */
  Optional<String> streamPath();
}
