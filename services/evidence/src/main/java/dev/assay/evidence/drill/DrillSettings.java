package dev.assay.evidence.drill;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How drills run in this installation. */
@ConfigMapping(prefix = "assay.evidence.drill")
interface DrillSettings {

  /** See {@link DrillKey}. */
  String secretKey();

  /** How long a drill waits before it draws, for transactions that began before its moment. */
  @WithDefault("PT10S")
  Duration settle();
}
