package dev.assay.tenants.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Keycloak does at import with <code>${NAME:default}</code>, given the same environment. */
final class Placeholders {

  private static final Pattern ONE = Pattern.compile("\\$\\{(ASSAY_\\w+):([^}]*)}");

  private Placeholders() {}

  /** The same tree with every placeholder replaced by its value, or else by its default. */
  static JsonNode replaced(JsonNode node, Function<String, Optional<String>> environment) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(field -> copy.set(field.getKey(), replaced(field.getValue(), environment)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(replaced(item, environment)));
      return copy;
    }
    if (!node.isTextual()) {
      return node;
    }
    return TextNode.valueOf(
        ONE.matcher(node.asText())
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        environment.apply(found.group(1)).orElse(found.group(2)))));
  }
}
