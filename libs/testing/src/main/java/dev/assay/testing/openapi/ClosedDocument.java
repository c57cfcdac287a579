package dev.assay.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Closes the schemas of an OpenAPI document: an object that lists its properties has no others, so
 * an answer with an undocumented property fails.
 */
final class ClosedDocument {

  private ClosedDocument() {}

  static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")
        && !object.has("allOf")
        && !object.has("oneOf")) {
      object.put("additionalProperties", false);
    }
    for (JsonNode child : node) {
      close(child);
    }
  }
}
