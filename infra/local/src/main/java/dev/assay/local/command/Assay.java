package dev.assay.local.command;

import dev.assay.local.keycloak.Keycloak;
import dev.assay.local.keycloak.Tokens;
import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Refusal;
import dev.assay.local.process.Logs;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command {@code ./assay}: one sentence and one exit code for everything that can be expected
 * to go wrong.
 */
public final class Assay {
  private final Path repository;
  private final Map<String, String> environment;
  private final PrintStream out;

  Assay(Path repository, Map<String, String> environment, PrintStream out) {
    this.repository = repository;
    this.environment = environment;
    this.out = out;
  }

  public static void main(String[] line) {
    Exit exit;
    try {
      Path repository =
          Path.of(System.getProperty("assay.repository", Layout.findRepository().toString()));
      exit = new Assay(repository, System.getenv(), System.out).run(List.of(line));
    } catch (Refusal refusal) {
      System.err.println("assay: " + refusal.sentence());
      exit = refusal.exit();
    } catch (InterruptedException e) {
      exit = Exit.UNEXPECTED;
    } catch (Exception | Error e) {
      System.err.println("assay: " + e);
      e.printStackTrace();
      exit = Exit.UNEXPECTED;
    }
    System.exit(exit.code());
  }

  Exit run(List<String> line) throws IOException, InterruptedException {
    String command = line.isEmpty() ? "help" : line.getFirst();
    var arguments = Arguments.parse(line.subList(Math.min(1, line.size()), line.size()));
    return switch (command) {
      case "up" -> {
        arguments.allow(0, "--detach", "--fresh", "--no-demo");
        yield new Up(layout(arguments), out).run(arguments);
      }
      case "down" -> new Down(layout(arguments.allow(0)), out).run();
      case "status" -> new Status(layout(arguments.allow(0)), out).run();
      case "logs" -> logs(arguments.allow(1, "-f"));
      case "token" -> token(arguments.allow(1, "--acr"));
      case "bench" -> new Bench(layout(arguments.allow(4)), out).run(arguments);
      case "prove" ->
          new Prove(layout(arguments.allow(1, "--requests", "--seed")), out).run(arguments);
      case "verify" -> new Verify(out).run(arguments.allow(1, "--sha256"));
      case "help", "--help", "-h" -> {
        out.println(help());
        yield Exit.OK;
      }
      default ->
          throw new Refusal(
              Exit.USAGE, "There is no command \"" + command + "\": see ./assay help.");
    };
  }

  private Layout layout(Arguments arguments) {
    return arguments.layout(repository, environment);
  }

  private Exit logs(Arguments arguments) throws IOException, InterruptedException {
    Layout layout = layout(arguments);
    String part = arguments.word(0, "part's log").replaceAll("[^a-z-]", "");
    Path log = layout.log(part);
    if (!Files.exists(log)) {
      throw new Refusal(
          Exit.USAGE,
          "There is no log of \"" + part + "\"; there are: " + String.join(", ", logNames(layout)));
    }
    out.println(Logs.tail(log, 200));
    if (arguments.has("-f")) {
      Logs.follow(log, out);
    }
    return Exit.OK;
  }

  private static List<String> logNames(Layout layout) throws IOException {
    Path folder = layout.state().resolve("logs");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString().replace(".log", "")).sorted().toList();
    }
  }

  private Exit token(Arguments arguments) throws InterruptedException {
    var tokens = new Tokens(Keycloak.issuer(layout(arguments)));
    String user = arguments.word(0, "demo user");
    out.println(
        switch (arguments.option("--acr").orElse("1")) {
          case "1" -> tokens.of(user);
          case "2" -> tokens.ofLevelTwo(user);
          default -> throw new Refusal(Exit.USAGE, "--acr is 1 or 2.");
        });
    return Exit.OK;
  }

  private static String help() {
    return """
        Assay's one command.

          ./assay up [--detach] [--fresh] [--no-demo]
                                 build what is out of date, start the whole stack and load the demo client;
                                 Ctrl-C stops it. --detach returns when all is ready, --fresh starts empty
          ./assay down           stop everything that up started, and nothing else
          ./assay status         what runs where
          ./assay logs <part> [-f]
                                 the end of a part's log; -f goes on
          ./assay token <demo user> [--acr 2]
                                 an access token of five minutes, for curl; 2 signs in with a second factor too
                                 (executive and operator have one)
          ./assay test [options for Maven]
                                 every test of every module, as CI runs them; beside a running stack if need be
          ./assay bench [uploads] [large] [reads] [starts]
                                 measures what the README promises, all or the named parts, on a stack of its own;
                                 all of it also writes docs/benchmarks.md
          ./assay prove interleaving [--requests n] [--seed n]
                                 two clients' technicians at once on few connections; adds to docs/proofs.md
          ./assay verify <package> [--sha256 <digest>]
                                 whether an audit package is as it was made, offline; with the digest that you were
                                 told by another way also whether it is that very package
          ./assay mvn …          Maven on the right JDK

        --state <folder> and --ports-offset <n> (or ASSAY_PORTS_OFFSET) give a second stack its own place beside
        the first. ASSAY_HOME moves the folder .assay. ASSAY_STORE_ENDPOINT, with ASSAY_STORE_REGION,
        ASSAY_STORE_EVIDENCE_BUCKET, ASSAY_STORE_ROOT_ACCESS_KEY, ASSAY_STORE_ROOT_SECRET_KEY,
        ASSAY_STORE_EVIDENCE_ACCESS_KEY and ASSAY_STORE_EVIDENCE_SECRET_KEY, names an S3 store of your own.

        Exit codes:
        """
        + Arrays.stream(Exit.values())
            .map(exit -> "  %3d  %s".formatted(exit.code(), exit.meaning()))
            .collect(Collectors.joining("\n"));
  }
}
