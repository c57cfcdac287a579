package dev.assay.tenants.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The realm file, after its placeholders are replaced.
 *
 * @param file its whole content
 */
record DeclaredRealm(JsonNode file) {

  /** Compared in their own way, or never the same twice. */
  private static final Set<String> PARTS =
      Set.of(
          "realm",
          "roles",
          "clients",
          "users",
          "components",
          "authenticationFlows",
          "authenticatorConfig");

  private static final String PROFILE_PROVIDER = "org.keycloak.userprofile.UserProfileProvider";
  private static final String PROFILE = "kc.user.profile.config";

  /** The applications that the service's account may see; the others keep their secrets from it. */
  List<String> visibleClients() {
    String allowed = "";
    for (JsonNode client : file.path("clients")) {
      for (JsonNode policy : client.path("authorizationSettings").path("policies")) {
        JsonNode settings = policy.path("config");
        if (settings.path("defaultResourceType").asText().equals("Clients")) {
          allowed += settings.path("resources").asText();
        }
      }
    }
    List<String> visible = new ArrayList<>();
    for (JsonNode client : file.path("clients")) {
      if (client.has("id") && allowed.contains(client.path("id").asText())) {
        visible.add(client.path("clientId").asText());
      }
    }
    return visible;
  }

  /** What the file declares and nobody can compare, as addresses. */
  List<String> notCompared() {
    List<String> visible = visibleClients();
    return names(file.path("clients"), "clientId").stream()
        .filter(client -> !visible.contains(client))
        .map(client -> "/clients/" + client)
        .sorted()
        .toList();
  }

  List<String> roles() {
    return names(file.path("roles").path("realm"), "name");
  }

  /** The aliases of all flows, those in other flows included. */
  List<String> flows() {
    return names(file.path("authenticationFlows"), "alias");
  }

  /** The flows that are not part of another. */
  List<String> topFlows() {
    return StreamSupport.stream(file.path("authenticationFlows").spliterator(), false)
        .filter(flow -> flow.path("topLevel").asBoolean())
        .map(flow -> flow.path("alias").asText())
        .toList();
  }

  /** The applications whose service accounts are declared, with the realm roles of each. */
  SortedMap<String, List<String>> serviceAccounts() {
    SortedMap<String, List<String>> accounts = new TreeMap<>();
    for (JsonNode user : file.path("users")) {
      if (user.has("serviceAccountClientId")) {
        accounts.put(user.path("serviceAccountClientId").asText(), texts(user.path("realmRoles")));
      }
    }
    return accounts;
  }

  /** The statements that the running realm has to make too. */
  Map<String, String> facts() {
    var facts = new RealmFacts();
    facts.sayRealm(file, PARTS);
    roles().forEach(role -> facts.sayPresent("/roles/" + role));
    List<String> visible = visibleClients();
    for (JsonNode client : file.path("clients")) {
      if (visible.contains(client.path("clientId").asText())) {
        facts.sayClient(client);
      }
    }
    sayFlows(facts);
    for (JsonNode profile : file.path("components").path(PROFILE_PROVIDER)) {
      facts.sayUserProfile(parsed(profile.path("config").path(PROFILE).path(0).asText()));
    }
    serviceAccounts()
        .forEach((client, roles) -> facts.sayRoles("/serviceAccounts/" + client + "/realm", roles));
    for (JsonNode user : file.path("users")) {
      String client = user.path("serviceAccountClientId").asText();
      user.path("clientRoles")
          .properties()
          .forEach(
              of ->
                  facts.sayRoles(
                      "/serviceAccounts/" + client + "/" + of.getKey(), texts(of.getValue())));
    }
    return facts.all();
  }

  /** Each flow as one sentence: a step more, less or elsewhere is another way in. */
  private void sayFlows(RealmFacts facts) {
    for (JsonNode flow : file.path("authenticationFlows")) {
      String steps =
          StreamSupport.stream(flow.path("authenticationExecutions").spliterator(), false)
              .map(
                  step ->
                      RunningRealm.step(
                          step.path("flowAlias").asText(step.path("authenticator").asText()),
                          step.path("requirement").asText(),
                          step.path("authenticatorConfig").asText("")))
              .collect(Collectors.joining(", "));
      facts.say("/flows/" + flow.path("alias").asText(), steps);
    }
    for (JsonNode configuration : file.path("authenticatorConfig")) {
      facts.sayValues(
          "/steps/" + configuration.path("alias").asText(), configuration.path("config"), Set.of());
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  static List<String> names(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
