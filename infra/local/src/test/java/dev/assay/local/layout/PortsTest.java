package dev.assay.local.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void refusesTakenPortAndNamesWhoNeedsItAndWhoHasIt() throws Exception {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree(Map.of("PostgreSQL", taken.getLocalPort())))
          .isInstanceOfSatisfying(
              Refusal.class, refusal -> assertThat(refusal.exit()).isEqualTo(Exit.PORT_TAKEN))
          .hasMessageContaining("Port " + taken.getLocalPort() + ", which PostgreSQL needs")
          .hasMessageContaining("process " + ProcessHandle.current().pid());
    }
  }

  @Test
  void acceptsPortThatWasJustGivenBack() throws Exception {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThatCode(() -> Ports.requireFree(Map.of("PostgreSQL", port))).doesNotThrowAnyException();
  }

  @Test
  void keepsEveryPortOfAnOffsetStackBelowTheEphemeralRange() {
    var ports = new Ports(13_767);
    assertThat(ports.keycloakManagement()).isLessThan(32_768);
    assertThatThrownBy(() -> new Ports(13_768)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> new Ports(-1)).isInstanceOf(Refusal.class);
  }
}
