package dev.assay.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.local.LocalStack;
import dev.assay.local.service.Service;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The demo: the main job done for a fictional client, with real exports of this stack. */
public final class DemoData {

  /** The demo users' subjects, as the demo realm fixes them. */
  public static final Map<String, String> SUBJECTS = subjects();

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String JOB = "demo-job";
  private static final String MSP = "Northlight Managed Services (demo)";
  private static final String CLIENT = "Copperfield Instruments (demo)";

  private final LocalStack stack;
  private final Map<String, AssayApi> users = new ConcurrentHashMap<>();

  /** The demo on this running stack. */
  public DemoData(LocalStack stack) {
    this.stack = stack;
  }

  /** Does the job once, or finishes it, and answers the client's 404 view in three lines. */
  public String load() {
    DemoRecord done = DemoRecord.in(stack.layout().data("demo.properties"));
    Function<String, AssayApi> as = user -> users.computeIfAbsent(user, this::access);
    if (done.client().isEmpty()) {
      var onboarding = new Onboarding(JOB, done.begun(), as, SUBJECTS);
      MainJob.Made made =
          new MainJob(JOB, done.begun(), as, onboarding)
              .run(MSP, CLIENT, new StackExports(stack).take());
      done = done.finished(made.clientId());
    }
    String path =
        "/v1/clients/%s/years/%d/views/404"
            .formatted(done.client().orElseThrow(), done.begun().getYear());
    JsonNode view = as.apply("executive").get("readiness", path).expect(200).body();
    return """
    404 view of %s, fiscal year %d: %s
    %s
    curl -H "Authorization: Bearer $(./assay token executive)" %s
    """
        .formatted(
            CLIENT,
            done.begun().getYear(),
            view.path("state").asText(),
            view.path("headline").asText(),
            stack.url(Service.READINESS).resolve(path));
  }

  /** Patient, because services that have just started on a busy machine may miss a time limit. */
  private AssayApi access(String user) {
    return new AssayApi(
            service -> URI.create(stack.url(Service.of(service).orElseThrow()).toString()),
            () -> {
              try {
                return stack.tokens().of(user);
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped while signing in " + user, stopped);
              }
            })
        .patientFor(PATIENCE);
  }

  private static Map<String, String> subjects() {
    Map<String, String> subjects = new LinkedHashMap<>();
    int number = 1;
    for (String user :
        new String[] {
          "operator",
          "msp-admin",
          "technician",
          "reviewer",
          "executive",
          "control-owner",
          "auditor",
          "other-admin",
          "other-technician"
        }) {
      subjects.put(user, "00000000-0000-4000-8000-%012d".formatted(number++));
    }
    return Map.copyOf(subjects);
  }
}
