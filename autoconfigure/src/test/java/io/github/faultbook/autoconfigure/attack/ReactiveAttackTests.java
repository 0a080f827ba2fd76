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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.faultbook.autoconfigure.contract.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests with attacks on a reactive application on Netty, as {@link AttackTests} has them
 * for servlet applications.
 */
class ReactiveAttackTests {

	private static final long SEED = Long.getLong("faultbook.fuzz.seed", new SecureRandom().nextInt());

	private static final Duration DURATION = Duration.parse(System.getProperty("faultbook.fuzz.duration", "PT10S"));

	/**
	 * The number of problems after which a run ends.
	 */
	private static final int MOST = 20;

	private final NettyOracle oracle = new NettyOracle();

	@Test
	@Tag("slow")
	@Tag("attack")
	void attacksAreAnswered() {
		Map<String, String> problems = new TreeMap<>();
		long seed = SEED;
		try (Server server = Target.startReactive()) {
			long end = System.nanoTime() + DURATION.toNanos();
			for (; problems.size() < MOST && System.nanoTime() < end; seed++) {
				Attack attack = Attacks.of(seed);
				if (NettyOracle.isAble(attack)) {
					List<String> found = problems(server, attack);
					if (!found.isEmpty()) {
						problems.putIfAbsent(attack.kind() + " " + found.get(0), "Seed %d, %s: %s%n%s".formatted(seed,
								attack.kind(), found, StringUtils.truncate(attack.request(), 1000)));
					}
				}
			}
		}
		System.out.printf("NETTY, faultbook.fuzz.seed=%d, for %s: %,d attacks%n", SEED, DURATION, seed - SEED);
		assertThat(problems.values()).isEmpty();
	}

	private List<String> problems(Server server, Attack attack) {
		try {
			return this.oracle.problems(attack, server.port());
		}
		catch (IOException ex) {
			return List.of(ex.toString());
		}
	}

}
