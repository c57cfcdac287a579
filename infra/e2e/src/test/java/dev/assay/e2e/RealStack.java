package dev.assay.e2e;

import dev.assay.local.LocalStack;
import dev.assay.local.demo.AssayApi;
import dev.assay.local.demo.DemoData;
import dev.assay.local.demo.MainJob;
import dev.assay.local.demo.Onboarding;
import dev.assay.local.demo.StackExports;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.service.Service;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One stack for all journeys, on ports and in a state folder of its own, with the main job done on
 * it once.
 */
final class RealStack implements BeforeAllCallback, ParameterResolver, AutoCloseable {

  /** Beside a stack that somebody has up on the ordinary ports. */
  private static final int PORTS_OFFSET = 7_000;

  private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private LocalStack stack;
  private MainJob.Made made;
  private UUID secondClient;
  private UUID otherMsp;
  private UUID otherClient;

  @Override
  public void beforeAll(ExtensionContext context) {
    context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .computeIfAbsent(RealStack.class, missing -> new RealStack().started());
  }

  private RealStack started() {
    Layout layout = Layout.standard(Layout.findRepository()).beside("e2e", PORTS_OFFSET);
    stack =
        LocalStack.start(
            layout, LocalStack.Options.standard().withFresh(true), new Progress(System.out));
    var job = onboarding("main");
    made =
        new MainJob("main", today, this::as, job)
            .run(
                "Northlight Managed Services (demo)",
                "Copperfield Instruments (demo)",
                new StackExports(stack).take());
    secondClient =
        onboarding("second").createClient(made.mspId(), "Tidewater Optics (demo)", "msp-admin");
    var other = onboarding("other");
    otherMsp = other.createMsp("Harbour Gate IT (demo)", "other-admin");
    otherClient = other.createClient(otherMsp, "Larkspur Foods (demo)", "other-admin");
    AssayApi otherAdmin = as("other-admin");
    UUID technician = other.person(otherAdmin, "/v1/msps/" + otherMsp, "other-technician");
    other.grant(
        otherAdmin, "/v1/clients/" + otherClient, "other-technician", technician, "MSP_TECHNICIAN");
    return this;
  }

  Onboarding onboarding(String name) {
    return new Onboarding(name + "-job", today, this::as, DemoData.SUBJECTS);
  }

  LocalStack stack() {
    return stack;
  }

  /** What the main job made. */
  MainJob.Made made() {
    return made;
  }

  /** A client of the same MSP at which nobody but the MSP's admin has a grant. */
  UUID secondClient() {
    return secondClient;
  }

  UUID otherMsp() {
    return otherMsp;
  }

  UUID otherClient() {
    return otherClient;
  }

  /** A demo user's access; tokens are kept for the length of a test run, which is short. */
  AssayApi as(String user) {
    return new AssayApi(this::address, () -> TOKENS.computeIfAbsent(user, this::token));
  }

  /** Access without a token that anybody would accept. */
  AssayApi anonymous() {
    return new AssayApi(this::address, () -> "none");
  }

  URI address(String service) {
    return stack.url(Service.of(service).orElseThrow());
  }

  String token(String user) {
    try {
      return stack.tokens().of(user);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while signing in", stopped);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == RealStack.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .get(RealStack.class, RealStack.class);
  }

  @Override
  public void close() {
    if (stack != null) {
      stack.close();
    }
  }
}
