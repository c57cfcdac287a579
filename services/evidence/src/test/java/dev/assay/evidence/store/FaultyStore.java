package dev.assay.evidence.store;

import dev.assay.tenancy.scope.OutsideTransactions;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * The real store, after whose next call of a name the service "dies": the store has done what was
 * asked, and the code that asked never learns of it.
 */
@Alternative
@Priority(1)
@Singleton
public class FaultyStore extends EvidenceStore {

  private static final Set<String> DEADLY = ConcurrentHashMap.newKeySet();

  FaultyStore(S3Client s3, StoreSettings settings, OutsideTransactions outside, Clock clock) {
    super(s3, settings, outside, clock);
  }

  /** The next call of this method does its work and then fails as if the service had died. */
  public static void dieAfter(String method) {
    DEADLY.add(method);
  }

  /** Whether the last death has come. */
  public static boolean hasDied() {
    return DEADLY.isEmpty();
  }

  private static <T> T after(String method, T result) {
    if (DEADLY.remove(method)) {
      throw new IllegalStateException("died after " + method);
    }
    return result;
  }

  @Override
  public ObjectVersion put(String key, ByteBuffer body, Instant lockedUntil) {
    return after("put", super.put(key, body, lockedUntil));
  }

  @Override
  public CompletedPart putPart(String key, String uploadId, int number, ByteBuffer body) {
    return after("putPart", super.putPart(key, uploadId, number, body));
  }

  @Override
  public ObjectVersion complete(
      String key, String uploadId, List<CompletedPart> parts, Instant lockedUntil) {
    return after("complete", super.complete(key, uploadId, parts, lockedUntil));
  }

  @Override
  public Optional<StoredBytes> open(ObjectVersion version) {
    return after("open", super.open(version));
  }

  @Override
  public Instant lockAtLeast(ObjectVersion version, Instant until) {
    return after("lockAtLeast", super.lockAtLeast(version, until));
  }
}
