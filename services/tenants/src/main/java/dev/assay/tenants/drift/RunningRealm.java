package dev.assay.tenants.drift;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.tenants.keycloak.RealmReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the running realm says about everything that a realm file declares. */
final class RunningRealm {

  private static final String OWN_ACCOUNT = "assay-tenants";

  private final RealmReader reader;

  RunningRealm(RealmReader reader) {
    this.reader = reader;
  }

  /** The same kinds of statements as {@link DeclaredRealm#facts}, read call by call. */
  Map<String, String> facts(DeclaredRealm declared) {
    var facts = new RealmFacts();
    facts.sayRealm(reader.realm(), Set.of("realm"));
    for (String role : declared.roles()) {
      reader.role(role).ifPresent(found -> facts.sayPresent("/roles/" + role));
    }
    for (String client : declared.visibleClients()) {
      reader.client(client).ifPresent(facts::sayClient);
    }
    for (String flow : declared.topFlows()) {
      reader.executions(flow).ifPresent(steps -> sayFlow(facts, flow, steps));
    }
    facts.sayUserProfile(reader.userProfile());
    for (String client : declared.serviceAccounts().keySet()) {
      reader
          .rolesOfServiceAccount(client)
          .map(roles -> DeclaredRealm.names(roles, "name"))
          .ifPresent(roles -> facts.sayRoles("/serviceAccounts/" + client + "/realm", roles));
    }
    sayOwnRoles(facts);
    return facts.all();
  }

  /**
   * Another account's roles at applications cannot be seen; this account's own are in its token.
   */
  private void sayOwnRoles(RealmFacts facts) {
    reader
        .ownClaims()
        .path("resource_access")
        .properties()
        .forEach(
            of ->
                facts.sayRoles(
                    "/serviceAccounts/" + OWN_ACCOUNT + "/" + of.getKey(),
                    DeclaredRealm.texts(of.getValue().path("roles"))));
  }

  /** One step of a flow. */
  static String step(String what, String requirement, String configuration) {
    return what + " " + requirement + (configuration.isEmpty() ? "" : " (" + configuration + ")");
  }

  /** Keycloak lists the steps of a flow and of those in it as one list with levels. */
  private void sayFlow(RealmFacts facts, String flow, JsonNode steps) {
    Map<String, List<String>> flows = new LinkedHashMap<>();
    flows.put(flow, new ArrayList<>());
    Deque<String> open = new ArrayDeque<>(List.of(flow));
    Map<String, String> configurations = new HashMap<>();
    for (JsonNode step : steps) {
      while (open.size() > step.path("level").asInt() + 1) {
        open.pop();
      }
      boolean isFlow = step.path("authenticationFlow").asBoolean();
      String what = step.path(isFlow ? "displayName" : "providerId").asText();
      String configured = isFlow ? "" : step.path("alias").asText("");
      flows
          .computeIfAbsent(open.element(), alias -> new ArrayList<>())
          .add(step(what, step.path("requirement").asText(), configured));
      if (isFlow) {
        flows.put(what, new ArrayList<>());
        open.push(what);
      } else if (step.has("authenticationConfig")) {
        configurations.put(configured, step.path("authenticationConfig").asText());
      }
    }
    flows.forEach((alias, sentence) -> facts.say("/flows/" + alias, String.join(", ", sentence)));
    configurations.forEach(
        (alias, id) ->
            facts.sayValues("/steps/" + alias, reader.configuration(id).path("config"), Set.of()));
  }
}
