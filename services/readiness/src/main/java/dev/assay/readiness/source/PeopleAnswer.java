package dev.assay.readiness.source;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A page of a client's people, as {@code tenants} answers it: only the fields we read. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PeopleAnswer(List<Person> items, @Nullable String nextCursor) {

  @JsonIgnoreProperties(ignoreUnknown = true)
  record Person(UUID id, String displayName) {}
}
