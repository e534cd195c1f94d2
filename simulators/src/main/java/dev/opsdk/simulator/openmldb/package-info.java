/**
 * A stand-in of an OpenMLDB cluster: nameservers, tablets, the queue of operations between them, brpc's HTTP and JSON
 * in front of it, and, when asked, the nodes in ZooKeeper by which clients find it.
 */
@NullMarked
package dev.opsdk.simulator.openmldb;

import org.jspecify.annotations.NullMarked;
