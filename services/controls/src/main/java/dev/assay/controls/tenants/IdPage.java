package dev.assay.controls.tenants;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of people or systems as {@code tenants} lists them: only their ids. */
@JsonIgnoreProperties(ignoreUnknown = true)
record IdPage(List<Item> items, @Nullable String nextCursor) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Item(UUID id) {}
}
