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

package io.github.faultbook.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Files with requests and the responses that an application gave to them.
 */
final class Recordings {

	private static final Path DIRECTORY = Path.of("src", "test", "resources", "migration");

	private Recordings() {
	}

	static List<Exchange> requests() throws IOException {
		return read("requests");
	}

	static List<Exchange> read(String name) throws IOException {
		return Exchange.all(new Yaml().load(Files.readString(file(name))));
	}

	static void write(String name, String comment, List<Exchange> exchanges) throws IOException {
		DumperOptions options = new DumperOptions();
		options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
		options.setSplitLines(false);
		options.setAllowUnicode(true);
		Files.writeString(file(name),
				comment + new Yaml(options).dump(exchanges.stream().map(Exchange::values).toList()));
	}

	private static Path file(String name) {
		return DIRECTORY.resolve(name + ".yaml");
	}

}
