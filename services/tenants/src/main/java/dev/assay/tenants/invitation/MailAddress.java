package dev.assay.tenants.invitation;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where mail reaches somebody, in the one form in which it is compared. Personal: it never shows
 * itself.
 */
record MailAddress(String value) {

  /** Longest address that can be given to a mail server (RFC 5321, path without brackets). */
  static final int MOST = 254;

  /** ASCII, one @, a domain of at least two parts: what Keycloak and every mail server take. */
  private static final Pattern FORM =
      Pattern.compile(
          "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
              + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  MailAddress {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.length() > MOST || value.indexOf('@') > 64 || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a mail address");
    }
  }

  @Override
  public String toString() {
    return "MailAddress[…]";
  }
}
