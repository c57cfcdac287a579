package dev.assay.testing.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;

/**
 * Closes the schemas of an OpenAPI document: an object has no properties but the documented ones,
 * so an answer with another fails. Schemas that are put together are put into one first, since
 * closed parts would refuse each other's properties.
 */
final class ClosedDocument {

  private static final List<String> MAPS = List.of("properties", "patternProperties", "$defs");
  private static final List<String> LISTS = List.of("allOf", "oneOf", "anyOf", "prefixItems");
  private static final List<String> SCHEMAS = List.of("items", "additionalProperties", "not");

  private final JsonNode document;

  private ClosedDocument(JsonNode document) {
    this.document = document;
  }

  static void close(JsonNode document) {
    var closed = new ClosedDocument(document);
    // Merged first, all of them: a schema that is closed already could not be merged into another.
    closed.everySchema(document, closed::merge);
    closed.everySchema(document, ClosedDocument::closeOne);
  }

  private void everySchema(JsonNode node, Consumer<ObjectNode> change) {
    node.properties()
        .forEach(
            entry -> {
              if (entry.getKey().equals("schema")) {
                schema(entry.getValue(), change);
              } else if (entry.getKey().equals("schemas")) {
                entry.getValue().forEach(named -> schema(named, change));
              } else if (!entry.getKey().startsWith("example")) {
                everySchema(entry.getValue(), change);
              }
            });
    if (node.isArray()) {
      node.forEach(item -> everySchema(item, change));
    }
  }

  private void schema(JsonNode node, Consumer<ObjectNode> change) {
    if (node instanceof ObjectNode object) {
      change.accept(object);
      MAPS.forEach(map -> object.path(map).forEach(named -> schema(named, change)));
      LISTS.forEach(list -> object.path(list).forEach(part -> schema(part, change)));
      SCHEMAS.forEach(one -> schema(object.path(one), change));
    }
  }

  private void merge(ObjectNode schema) {
    if (schema.path("allOf").isArray()) {
      JsonNode parts = schema.remove("allOf");
      parts.forEach(part -> add(part, schema));
    }
  }

  private void add(JsonNode part, ObjectNode whole) {
    JsonNode resolved = part.has("$ref") ? resolve(part.get("$ref").asText()) : part;
    resolved.path("allOf").forEach(nested -> add(nested, whole));
    resolved
        .properties()
        .forEach(
            entry -> {
              switch (entry.getKey()) {
                case "allOf", "discriminator" -> {}
                case "properties" ->
                    whole
                        .withObject("/properties")
                        .setAll((ObjectNode) entry.getValue().deepCopy());
                case "required" ->
                    entry.getValue().forEach(name -> whole.withArray("/required").add(name));
                default -> whole.putIfAbsent(entry.getKey(), entry.getValue().deepCopy());
              }
            });
  }

  private JsonNode resolve(String reference) {
    JsonNode found = document.at(reference.substring(reference.indexOf('#') + 1));
    if (found.isMissingNode()) {
      throw new IllegalArgumentException("the document does not hold " + reference);
    }
    return found;
  }

  private static void closeOne(ObjectNode schema) {
    if (isObject(schema)
        && !schema.has("additionalProperties")
        && !schema.has("$ref")
        && !schema.has("oneOf")
        && !schema.has("anyOf")) {
      schema.set("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
    }
  }

  private static boolean isObject(ObjectNode schema) {
    JsonNode type = schema.path("type");
    boolean named = type.asText().equals("object");
    for (JsonNode one : type) {
      named |= one.asText().equals("object");
    }
    return named || schema.path("properties").isObject();
  }
}
