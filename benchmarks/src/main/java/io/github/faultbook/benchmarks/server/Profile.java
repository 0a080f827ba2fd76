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

package io.github.faultbook.benchmarks.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Profiles the handling of each error, including the kernel and the virtual machine's own
 * code, and writes flame graphs with async-profiler.
 */
public final class Profile {

	private static final int SECONDS = 15;

	private static final List<Case> CASES = List.of(Case.NOT_FOUND, Case.INVALID, Case.MALFORMED, Case.UNEXPECTED);

	private Profile() {
	}

	/**
	 * Run the profiler.
	 * @param args the directory with the jars of individual contenders, beside which the
	 * flame graphs are written, and optionally a contender other than Faultbook
	 * @throws IOException if a server does not respond as expected or cannot be sampled
	 * @throws InterruptedException if interrupted
	 */
	public static void main(String[] args) throws IOException, InterruptedException {
		Path extras = Path.of(args[0]);
		Path pictures = Files.createDirectories(extras.resolveSibling("profiles"));
		Contender contender = (args.length > 1) ? Contender.valueOf(args[1]) : Contender.FAULTBOOK_DETAILS_MAP;
		try (Profiler profiler = Profiler.open(extras)) {
			for (Case sent : CASES) {
				try (ServerProcess server = ServerProcess.start(contender, extras, Profiler.OPTIONS)) {
					Case asked = contender.request(sent);
					Wrk.run(server, asked, SECONDS);
					Path picture = pictures
						.resolve("%s-%s.html".formatted(contender.label(), sent.label()).replace(' ', '-'));
					profiler.start(server);
					Wrk.run(server, asked, SECONDS);
					profiler.stop(server, picture);
					System.out.println(picture);
				}
			}
		}
		catch (UnsupportedOperationException ex) {
			System.err.println(ex.getMessage());
		}
	}

}
