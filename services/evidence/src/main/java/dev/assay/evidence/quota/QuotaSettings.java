package dev.assay.evidence.quota;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What holds where nobody has set a quota. */
@ConfigMapping(prefix = "assay.evidence")
interface QuotaSettings {

  /** The most bytes that one owner may keep, refused before anything is locked. */
  @WithDefault("1099511627776")
  long clientQuotaBytes();
}
