package dev.assay.tenants.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One row as the file has it.
 *
 * @param number from 1; the line of NDJSON, the record behind the header of CSV
 * @param json its fields, null when it is not JSON at all
 */
record RawRow(int number, @Nullable JsonNode json) {

  Optional<JsonNode> fields() {
    return Optional.ofNullable(json).filter(JsonNode::isObject);
  }
}
