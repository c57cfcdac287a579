package dev.assay.local;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds a state folder for one launcher; the system gives it back even when that launcher is
 * killed.
 */
final class StackLock implements AutoCloseable {
  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock take(Path folder) {
    return tryTake(folder)
        .orElseThrow(
            () ->
                new Refusal(
                    Exit.ALREADY_RUNNING,
                    "A stack is already running or starting here: \"./assay status\" shows it, \"./assay down\" stops it."));
  }

  /**
   * Waits a little for a launcher that is just ending: its threads may outlive its process number.
   */
  static StackLock takeFromEnding(Path folder) {
    for (int attempt = 0; attempt < 50; attempt++) {
      var lock = tryTake(folder);
      if (lock.isPresent()) {
        return lock.get();
      }
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
    return take(folder);
  }

  private static Optional<StackLock> tryTake(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return Optional.of(new StackLock(channel));
        }
      } catch (OverlappingFileLockException heldInThisProcess) {
        // Answered as any other holder.
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
