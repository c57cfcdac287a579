package dev.assay.local.command;

import dev.assay.local.LocalStack;
import dev.assay.local.demo.DemoData;
import dev.assay.local.keycloak.Tokens;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.layout.Refusal;
import dev.assay.local.service.Service;
import java.io.PrintStream;

/** {@code ./assay up}: starts the stack, says where it is, and stays until Ctrl-C or a crash. */
final class Up {
  private final Layout layout;
  private final PrintStream out;

  Up(Layout layout, PrintStream out) {
    this.layout = layout;
    this.out = out;
  }

  Exit run(Arguments arguments) {
    long started = System.nanoTime();
    try (var progress = new Progress(out)) {
      var options = LocalStack.Options.standard().withFresh(arguments.has("--fresh"));
      var stack = LocalStack.start(layout, options, progress);
      out.printf("%nAll ready after %.1f s.%n%n", (System.nanoTime() - started) / 1e9);
      printAddresses(stack);
      if (!arguments.has("--no-demo")) {
        loadDemo(stack, progress);
      }
      if (arguments.has("--detach")) {
        stack.detach();
        out.println("Running in the background; ./assay down stops it.");
        return Exit.OK;
      }
      out.println("Ctrl-C stops everything.");
      Refusal crash = stack.crash().join();
      stack.close();
      throw crash;
    }
  }

  /**
   * A demo that cannot be loaded ends the stack: what a newcomer sees first must not be half true.
   */
  private void loadDemo(LocalStack stack, Progress progress) {
    try {
      progress.begin("demo", "the demo client's first year");
      String view = new DemoData(stack).load();
      progress.done("demo", "loaded");
      out.println();
      out.println(view.indent(2));
    } catch (RuntimeException e) {
      stack.close();
      throw new Refusal(Exit.CRASHED, "The demo client could not be loaded: " + e.getMessage());
    }
  }

  private void printAddresses(LocalStack stack) {
    for (Service service : Service.values()) {
      out.printf("  %-10s %s%n", service.id(), stack.url(service));
    }
    out.printf("  %-10s %s%n", "keycloak", stack.keycloakUrl());
    out.printf("  %-10s %s%n", "store", stack.store().endpoint());
    out.printf("  %-10s 127.0.0.1:%d%n%n", "postgres", layout.ports().postgres());
    out.printf(
        "  Demo logins (password %s, local only): operator, msp-admin, technician, reviewer, executive, control-owner, auditor, other-admin, other-technician%n",
        Tokens.DEMO_PASSWORD);
    out.printf("  A token for curl: ./assay token technician%n%n");
  }
}
