/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.autoconfigure.attack;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries out attacks on the reactive application of the contract on Netty, and checks
 * the responses. The paths of many attacks are unknown there, so any client error is
 * permitted. A connection that the client has half closed counts as closed for Netty, so
 * another request follows each attack.
 */
final class NettyOracle {

	private final Oracle oracle = new Oracle();

	/**
	 * Return whether the responses to an attack can be checked.
	 * @param attack the attack
	 * @return whether the attack is a complete request that is not expected to be
	 * answered as in a servlet application
	 */
	static boolean isAble(Attack attack) {
		return attack.framed() && !attack.kind().equals("contract");
	}

	/**
	 * Carry out an attack.
	 * @param attack the attack
	 * @param port the port on this machine
	 * @return the problems, empty if there are none
	 * @throws IOException if the server does not end the exchange
	 */
	List<String> problems(Attack attack, int port) throws IOException {
		Set<Integer> statuses = new TreeSet<>(attack.statuses());
		statuses.addAll(Attack.UNKNOWN);
		Attack unknown = new Attack(attack.kind(), attack.request(), statuses, true);
		return this.oracle.problems(unknown, Client.PIPELINED.send(port, unknown), true)
			.stream()
			// WebFlux does not know the size of the content
			.filter((problem) -> !problem.equals("owes Content-Range"))
			.toList();
	}

}
