package dev.assay.tenants.system;

import static dev.assay.tenants.world.World.created;
import static dev.assay.tenants.world.World.grantOf;
import static dev.assay.tenants.world.World.newPerson;
import static dev.assay.tenants.world.World.newSubject;
import static dev.assay.tenants.world.World.patiently;
import static dev.assay.tenants.world.World.post;
import static dev.assay.tenants.world.World.put;

import dev.assay.tenants.world.World.Client;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;

/** Calls about systems, as the tests of this package make them. */
final class Systems {

  private Systems() {}

  static Map<String, Object> system(String name) {
    return new HashMap<>(
        Map.of(
            "name",
            name,
            "kind",
            "APPLICATION",
            "hosting",
            "ON_PREMISES",
            "rationale",
            "All journal entries are posted here."));
  }

  static Map<String, Object> system(String name, String field, Object value) {
    var system = system(name);
    system.put(field, value);
    return system;
  }

  static UUID newSystem(Client client, Map<String, Object> system) {
    return created(post(client.msp().admin(), path(client), system));
  }

  static String path(Client client) {
    return client.path() + "/systems";
  }

  static String path(Client client, UUID system) {
    return path(client) + "/" + system;
  }

  static Response decide(
      String by, Client client, UUID system, long version, String decision, Map<String, ?> body) {
    return post(by, path(client, system) + "/versions/" + version + "/" + decision, body);
  }

  static Response approve(String by, Client client, UUID system, long version) {
    return decide(by, client, system, version, "approve", Map.of());
  }

  static Response replace(Client client, UUID system, long version, Map<String, Object> content) {
    return put(client.msp().admin(), path(client, system), "\"v" + version + "\"", content);
  }

  static Map<String, Object> change(String kind, LocalDate on) {
    return new HashMap<>(
        Map.of(
            "kind", kind, "effectiveOn", on.toString(), "description", "Agreed with the owner."));
  }

  static Response record(Client client, UUID system, Map<String, Object> change) {
    return post(client.msp().admin(), path(client, system) + "/changes", change);
  }

  static Response retire(Client client, UUID system, LocalDate on) {
    return post(
        client.msp().admin(),
        path(client, system) + "/retire",
        Map.of("retiredOn", on.toString(), "reason", "Its last account moved."));
  }

  /** Somebody who may both propose and approve, by two grants. */
  static String proposerAndApprover(Client client) {
    String subject = newSubject("both");
    UUID person = newPerson(client.msp().admin(), client.msp().path(), subject);
    for (String role : List.of("MSP_TECHNICIAN", "MSP_REVIEWER")) {
      created(post(client.msp().admin(), client.path() + "/grants", grantOf(role, person)));
    }
    return subject;
  }

  /** The date at the client's place, as the service's clock has it. */
  static LocalDate today() {
    return LocalDate.now(ZoneId.of("America/New_York"));
  }

  /** The answers of as many calls that begin together. */
  static List<Response> atOnce(int times, IntFunction<Response> call) throws InterruptedException {
    try (var threads = Executors.newFixedThreadPool(times)) {
      List<Callable<Response>> calls = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        calls.add(() -> patiently(() -> call.apply(number)));
      }
      return threads.invokeAll(calls).stream().map(done -> done.resultNow()).toList();
    }
  }
}
