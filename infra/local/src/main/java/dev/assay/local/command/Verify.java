package dev.assay.local.command;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import dev.assay.local.verify.PackageCheck;
import dev.assay.local.verify.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** {@code ./assay verify}: whether an audit package is what was sealed; needs no stack. */
final class Verify {

  private final PrintStream out;

  Verify(PrintStream out) {
    this.out = out;
  }

  Exit run(Arguments arguments) throws IOException {
    Path file =
        Path.of(System.getProperty("assay.here", "")).resolve(arguments.word(0, "audit package"));
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new Refusal(Exit.USAGE, "There is no file \"" + file + "\" that can be read.");
    }
    Optional<String> digest =
        arguments.option("--sha256").map(given -> given.toLowerCase(Locale.ROOT));
    if (digest.filter(given -> !given.matches("[0-9a-f]{64}")).isPresent()) {
      throw new Refusal(Exit.USAGE, "--sha256 takes 64 hexadecimal digits.");
    }
    return switch (PackageCheck.of(file, digest)) {
      case Verdict.Accepted accepted -> {
        tell(accepted, digest.isPresent());
        yield Exit.OK;
      }
      case Verdict.Refused refused -> {
        out.println("REFUSED: " + refused.reason());
        out.println("sha256 " + refused.sha256());
        yield Exit.PACKAGE_REFUSED;
      }
    };
  }

  private void tell(Verdict.Accepted accepted, boolean anchored) {
    Verdict.Summary about = accepted.about();
    out.println("ACCEPTED: every byte of the package agrees with its manifest.");
    out.println("sha256 " + accepted.sha256());
    out.println("client " + about.client());
    out.println("period " + about.periodFrom() + " to " + about.periodTo());
    out.println("known at " + about.knownAt());
    out.printf(
        "%d items, %d files of %d bytes, %d left out, %d audit events%n",
        about.items(), about.files(), about.bytes(), about.excluded(), about.auditEvents());
    out.println(
        anchored
            ? "It is the package that has the digest that you gave."
            : "Compare sha256 with the digest that you were told by another way, or give it with"
                + " --sha256: a whole new package would agree with itself, too.");
  }
}
