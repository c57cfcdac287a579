package dev.assay.tenants.provisioning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.hibernate.Session;

/** Which accounts this service has switched off, and may switch on again. */
@ApplicationScoped
public class AccountsOff {

  private final Session session;

  AccountsOff(Session session) {
    this.session = session;
  }

  /**
   * Whether this service switched the account off. Until the running transaction ends it does not
   * begin to: who then finds somebody active with the account sees what that transaction wrote.
   */
  @Transactional(TxType.MANDATORY)
  public boolean containAndStay(String subject) {
    lock("pg_advisory_xact_lock_shared", subject);
    return contain(subject);
  }

  /** Whether this service switched the account off. */
  @Transactional(TxType.MANDATORY)
  public boolean contain(String subject) {
    return session
        .createNativeQuery(
            "select exists (select from account_off where subject = :subject)", Boolean.class)
        .setParameter("subject", subject)
        .getSingleResult();
  }

  /** Written before the switch: whoever dies between the two has not lost what was theirs. */
  @Transactional(TxType.MANDATORY)
  public void add(String subject) {
    lock("pg_advisory_xact_lock", subject);
    session
        .createNativeMutationQuery(
            "insert into account_off (subject) values (:subject) on conflict do nothing")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  /** Taken away after the switch, for the same reason. */
  @Transactional(TxType.MANDATORY)
  public void remove(String subject) {
    session
        .createNativeMutationQuery("delete from account_off where subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
  }

  /** A statement of its own: one that had waited would still see what was there before. */
  private void lock(String function, String subject) {
    session
        .createNativeQuery(
            "select 1 from %s(hashtextextended(cast(:subject as text), 9))".formatted(function),
            Integer.class)
        .setParameter("subject", subject)
        .getSingleResult();
  }
}
