#!/usr/bin/env bash
# One Ceph node (monitor, OSD, RADOS Gateway) on loopback: the local S3 store that really enforces Object Lock.
#
#   ceph-node.sh conf            write ceph.conf; make the monitor's store if there is none
#   ceph-node.sh mon|osd|rgw     become that daemon; each waits for the one before it
#   ceph-node.sh user UID ACCESS SECRET [MAX_BUCKETS]   make the user, or give it these keys (-1: may make no bucket)
#   ceph-node.sh all             the three together until TERM, for a container
#
# Settings: CEPH_NODE_DIR (required), CEPH_NODE_MON_PORT (v2), CEPH_NODE_MON_V1_PORT, CEPH_NODE_RGW_PORT,
# CEPH_NODE_LISTEN (address of the gateway), CEPH_NODE_SIZE (bytes of the bluestore file, sparse).
# Needs the packages ceph-mon ceph-osd radosgw ceph-common; no manager daemon. Authentication inside the node is off:
# monitor and OSD listen on 127.0.0.1 only, and S3 keys guard the gateway.
set -eu

dir=${CEPH_NODE_DIR:?CEPH_NODE_DIR names the folder that holds the node}
mon_port=${CEPH_NODE_MON_PORT:-13300}
mon_v1_port=${CEPH_NODE_MON_V1_PORT:-16789}
rgw_port=${CEPH_NODE_RGW_PORT:-17480}
listen=${CEPH_NODE_LISTEN:-127.0.0.1}
size=${CEPH_NODE_SIZE:-34359738368}
conf=$dir/ceph.conf
monitors="[v2:127.0.0.1:$mon_port,v1:127.0.0.1:$mon_v1_port]"

once() { # a uuid that stays the same for the life of the folder
  [ -s "$dir/$1" ] || cat /proc/sys/kernel/random/uuid >"$dir/$1"
  cat "$dir/$1"
}

write_conf() {
  mkdir -p "$dir/mon" "$dir/osd" "$dir/run" "$dir/log"
  cat >"$conf" <<CONF
[global]
fsid = $(once fsid)
mon_host = $monitors
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
# Without these radosgw hangs with -13 when cephx is off.
ms_mon_client_mode = crc
ms_client_mode = crc
public_addr = 127.0.0.1
cluster_addr = 127.0.0.1
run_dir = $dir/run
log_file = $dir/log/\$name.log
admin_socket =
keyring = $dir/keyring
crash_dir = $dir/run
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 4
osd_pool_default_pgp_num = 4
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 2000
mon_data = $dir/mon
mon_data_avail_warn = 1
mon_data_avail_crit = 1
# One monitor has nobody to agree with: no reason to wait a second for a proposal.
paxos_propose_interval = 0.05
mon_tick_interval = 1
# After a restart an OSD waits until reads that its predecessor may have promised have run out: 16 s by default, for
# peers that a single OSD does not have.
osd_pool_default_read_lease_ratio = 0.05
# How often the gateway, which starts beside the OSD, looks again whether the OSD is up: 5 s by default.
objecter_tick_interval = 0.25
osd_data = $dir/osd
osd_objectstore = bluestore
osd_class_load_list = *
osd_memory_target = 939524096
bluestore_block_size = $size
bluestore_block_create = true
rgw_data = $dir/rgw
rgw_frontends = beast endpoint=$listen:$rgw_port
rgw_thread_pool_size = 64
CONF
}

wait_for_monitor() {
  until ceph -c "$conf" --connect-timeout 2 mon stat >/dev/null 2>&1; do sleep 0.1; done
}

case "${1:-}" in
  conf)
    write_conf
    if [ ! -e "$dir/mon/store.db/CURRENT" ]; then
      rm -rf "$dir/mon" && mkdir -p "$dir/mon"
      monmaptool --create --clobber --fsid "$(once fsid)" --addv a "$monitors" "$dir/monmap"
      ceph-mon -c "$conf" --mkfs -i a --monmap "$dir/monmap"
    fi
    ;;
  mon)
    exec ceph-mon -c "$conf" -i a -f
    ;;
  osd)
    if [ ! -e "$dir/osd/ready" ]; then
      rm -rf "$dir/osd" && mkdir -p "$dir/osd"
      wait_for_monitor
      ceph -c "$conf" osd new "$(once osd.uuid)"
      ceph-osd -c "$conf" -i 0 --mkfs --osd-uuid "$(once osd.uuid)"
    fi
    exec ceph-osd -c "$conf" -i 0 -f
    ;;
  rgw)
    exec radosgw -c "$conf" -n client.rgw -f
    ;;
  user)
    uid=$2 access=$3 secret=$4 max=${5:-1000}
    radosgw-admin -c "$conf" -n client.rgw user create --uid="$uid" --display-name="$uid" \
      --access-key="$access" --secret-key="$secret" --max-buckets="$max" >/dev/null 2>&1 ||
      radosgw-admin -c "$conf" -n client.rgw user modify --uid="$uid" \
        --access-key="$access" --secret-key="$secret" --max-buckets="$max" >/dev/null
    ;;
  all)
    "$0" conf
    "$0" mon & mon=$!
    "$0" osd & osd=$!
    "$0" rgw & rgw=$!
    trap 'kill $rgw; wait $rgw || true; kill $osd; wait $osd || true; kill $mon; wait $mon || true; exit 0' TERM INT
    # Whichever ends first ends the node: a store without one of them only hangs its callers.
    wait -n || true
    kill $rgw $osd $mon 2>/dev/null || true
    wait
    exit 1
    ;;
  *)
    sed -n '2,12s/^# \{0,1\}//p' "$0"
    exit 2
    ;;
esac
