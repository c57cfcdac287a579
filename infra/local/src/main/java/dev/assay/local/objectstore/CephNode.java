package dev.assay.local.objectstore;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import dev.assay.local.layout.Progress;
import dev.assay.local.process.Command;
import dev.assay.local.process.OwnedProcess;
import dev.assay.local.process.ProcessBook;
import dev.assay.local.process.Stage;
import dev.assay.local.process.StopWith;
import dev.assay.local.process.Unprivileged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One monitor, one OSD and one gateway of Ceph, each a process of its own, through {@code
 * infra/objectstore/ceph-node.sh}.
 */
final class CephNode {
  private final Layout layout;
  private final ProcessBook book;
  private final Unprivileged unprivileged;
  private final Path folder;

  CephNode(Layout layout, ProcessBook book, Unprivileged unprivileged) {
    this.layout = layout;
    this.book = book;
    this.unprivileged = unprivileged;
    this.folder = layout.data("ceph");
  }

  /** Starts the three; returns when the gateway answers and its users exist. */
  List<OwnedProcess> start(StoreAccess access, Progress progress) throws InterruptedException {
    new CephPackages(layout.log("apt")).installIfMissing(progress);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    unprivileged.own(folder);
    finish("ceph-conf", List.of("conf"), "Ceph could not make its monitor.");
    var monitor = book.start(command("ceph-mon", List.of("mon"), Stage.MONITOR));
    var disk = book.start(command("ceph-osd", List.of("osd"), Stage.STORAGE));
    var gateway = book.start(command("rgw", List.of("rgw"), Stage.PLATFORM));
    gateway.awaitReady(
        Duration.ofSeconds(90),
        () -> {
          for (var other : List.of(monitor, disk)) {
            if (!other.alive()) {
              throw other.crash();
            }
          }
          new Socket(InetAddress.getLoopbackAddress(), layout.ports().store()).close();
          return true;
        });
    makeUsers(access);
    return List.of(monitor, disk, gateway);
  }

  private void makeUsers(StoreAccess access) throws InterruptedException {
    Path made = layout.data("ceph-users");
    String keys = access.root().access() + " " + access.upload().access();
    try {
      if (Files.exists(made) && Files.readString(made).equals(keys)) {
        return;
      }
      user(StoreAccess.ROOT_USER, access.root(), 1000);
      user(StoreAccess.UPLOAD_USER, access.upload(), -1);
      Files.writeString(made, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void user(String name, StoreAccess.Keys keys, int maxBuckets)
      throws InterruptedException {
    finish(
        "ceph-user",
        List.of("user", name, keys.access(), keys.secret(), String.valueOf(maxBuckets)),
        "Ceph could not make the user " + name + ".");
  }

  private void finish(String name, List<String> arguments, String otherwise)
      throws InterruptedException {
    book.start(command(name, arguments, Stage.SERVICE)).await(Exit.CRASHED, otherwise);
    book.forget(name);
  }

  private Command command(String name, List<String> arguments, Stage stage) {
    var line = new ArrayList<String>();
    line.add(layout.repository().resolve("infra/objectstore/ceph-node.sh").toString());
    line.addAll(arguments);
    return new Command(
        name,
        unprivileged.line(line),
        Map.of(
            "CEPH_NODE_DIR", folder.toString(),
            "CEPH_NODE_MON_PORT", String.valueOf(layout.ports().monitor()),
            "CEPH_NODE_MON_V1_PORT", String.valueOf(layout.ports().monitorV1()),
            "CEPH_NODE_RGW_PORT", String.valueOf(layout.ports().store())),
        folder,
        layout.log(name.startsWith("ceph-user") ? "ceph-conf" : name),
        StopWith.TERM,
        stage);
  }
}
