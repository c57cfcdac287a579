package dev.assay.tenants.client;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody outside calls a company.
 *
 * @param kind whose name it is
 * @param scheme for {@link Kind#OTHER} alone: the register it comes from
 * @param value as the register writes it
 */
public record Identifier(Kind kind, @Nullable String scheme, String value) {

  /** The registers whose form is known; {@code OTHER} takes any, and names it. */
  @Schema(name = "IdentifierKind")
  public enum Kind {
    CIK("[0-9]{10}", "A CIK has ten digits, with its leading zeros, as EDGAR writes it."),
    EIN("[0-9]{2}-[0-9]{7}", "An EIN is written NN-NNNNNNN."),
    LEI(
        "[0-9A-Z]{18}[0-9]{2}",
        "A LEI has 18 capital letters or digits and two check digits (ISO 17442)."),
    DUNS("[0-9]{9}", "A D-U-N-S number has nine digits, without dashes."),
    OTHER("[\\x21-\\x7e]{1,64}", "Give 1 to 64 visible ASCII characters.");

    private final Pattern form;
    private final String rule;

    Kind(String form, String rule) {
      this.form = Pattern.compile(form);
      this.rule = rule;
    }
  }

  private static final int MODULUS = 97;

  /** What is wrong with the value, as a sentence that says what would be right. */
  Optional<String> fault() {
    if (!kind.form.matcher(value).matches()) {
      return Optional.of(kind.rule);
    }
    return kind == Kind.LEI && !checkDigitsHold(value)
        ? Optional.of("The two check digits do not fit the rest of this LEI (ISO 7064 MOD 97-10).")
        : Optional.empty();
  }

  /** Whether a scheme is named exactly where one is needed. */
  boolean schemeFits() {
    return (kind == Kind.OTHER) == (scheme != null);
  }

  /** ISO 17442: letters count from 10, and the whole number leaves 1 when divided by 97. */
  private static boolean checkDigitsHold(String lei) {
    int remainder = 0;
    for (int i = 0; i < lei.length(); i++) {
      int digit = Character.digit(lei.charAt(i), Character.MAX_RADIX);
      remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % MODULUS;
    }
    return remainder == 1;
  }
}
