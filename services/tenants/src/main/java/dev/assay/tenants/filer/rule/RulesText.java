package dev.assay.tenants.filer.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Rules as JSON text. A threshold that this release does not know is an error, never left out. */
final class RulesText {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RulesText() {}

  static String of(FilerRules rules) {
    try {
      return JSON.writeValueAsString(rules);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("rules are plain JSON", unwritable);
    }
  }

  static FilerRules read(String text) {
    try {
      return JSON.readValue(text, FilerRules.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalStateException("rules that this release cannot read", unreadable);
    }
  }
}
