package dev.assay.tenants.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Settings of a realm as plain statements: an address in the realm and the value there, as text.
 * The realm file and the running realm make the same statements in the same words where they agree,
 * whatever each adds.
 */
final class RealmFacts {

  /** Never compared, never shown. */
  private static final Set<String> SECRET = Set.of("secret", "password");

  /** Compared by their parts, or named by Keycloak itself. */
  private static final Set<String> STRUCTURE =
      Set.of("id", "access", "attributes", "protocolMappers", "authorizationSettings");

  private final SortedMap<String, String> facts = new TreeMap<>();

  /** One statement. */
  RealmFacts say(String address, String value) {
    facts.put(address, value);
    return this;
  }

  /** A statement that something is there. */
  RealmFacts sayPresent(String address) {
    return say(address, "present");
  }

  Map<String, String> all() {
    return Map.copyOf(facts);
  }

  /** Statements about every plain value of an object, and every list of plain values. */
  RealmFacts sayValues(String address, JsonNode object, Set<String> skipped) {
    object
        .properties()
        .forEach(
            field -> {
              String name = field.getKey();
              if (!SECRET.contains(name) && !STRUCTURE.contains(name) && !skipped.contains(name)) {
                plain(field.getValue())
                    .ifPresent(value -> say(address + "/" + name, inOneForm(name, value)));
              }
            });
    return this;
  }

  /** A realm's own settings. */
  RealmFacts sayRealm(JsonNode realm, Set<String> skipped) {
    sayValues("/realm", realm, skipped);
    sayValues("/realm/attributes", realm.path("attributes"), Set.of());
    return sayValues("/realm/smtpServer", realm.path("smtpServer"), Set.of());
  }

  /** An application's settings, with what it puts into tokens. */
  RealmFacts sayClient(JsonNode client) {
    String address = "/clients/" + client.path("clientId").asText();
    sayPresent(address);
    sayValues(address, client, Set.of("clientId"));
    sayValues(address + "/attributes", client.path("attributes"), Set.of());
    for (JsonNode mapper : client.path("protocolMappers")) {
      String at = address + "/protocolMappers/" + mapper.path("name").asText();
      say(at, mapper.path("protocolMapper").asText());
      sayValues(at + "/config", mapper.path("config"), Set.of());
    }
    return this;
  }

  /** What Keycloak keeps about people: each attribute whole, since a part alone says little. */
  RealmFacts sayUserProfile(JsonNode profile) {
    for (JsonNode attribute : profile.path("attributes")) {
      ObjectNode rest = attribute.deepCopy();
      String name = rest.remove("name").asText();
      say("/userProfile/" + name, sorted(rest));
    }
    return this;
  }

  /** The roles of a service account; one more is as much a difference as one less. */
  RealmFacts sayRoles(String address, Collection<String> roles) {
    return say(address, roles.stream().sorted().collect(Collectors.joining(", ")));
  }

  /**
   * Where the running realm differs from what is declared. What only the running realm has is
   * Keycloak's own, or nobody's promise.
   */
  static List<Difference> between(Map<String, String> declared, Map<String, String> running) {
    List<Difference> differences = new ArrayList<>();
    new TreeMap<>(declared)
        .forEach(
            (address, value) -> {
              String found = running.get(address);
              boolean unset = value.isEmpty() && found == null;
              if (!unset && !Objects.equals(value, found)) {
                differences.add(new Difference(address, value, found));
              }
            });
    return List.copyOf(differences);
  }

  private static Optional<String> plain(JsonNode value) {
    if (value.isValueNode()) {
      return Optional.of(value.isNull() ? "" : value.asText());
    }
    boolean texts =
        value.isArray()
            && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isValueNode);
    return texts
        ? Optional.of(
            StreamSupport.stream(value.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .collect(Collectors.joining(", ")))
        : Optional.empty();
  }

  /** Keycloak writes a policy without arguments without brackets. */
  private static String inOneForm(String name, String value) {
    return name.equals("passwordPolicy") ? value.replace("()", "") : value;
  }

  private static String sorted(JsonNode node) {
    if (node.isObject()) {
      return StreamSupport.stream(node.properties().spliterator(), false)
          .sorted(Map.Entry.comparingByKey())
          .map(field -> field.getKey() + ":" + sorted(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    }
    if (node.isArray()) {
      return StreamSupport.stream(node.spliterator(), false)
          .map(RealmFacts::sorted)
          .sorted()
          .collect(Collectors.joining(",", "[", "]"));
    }
    return node.asText();
  }
}
