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

package io.github.faultbook.autoconfigure.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.faultbook.ErrorCode;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.processor.ErrorCodeIndexer;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ClassUtils;

/**
 * Finds the application's error codes: the enums that the annotation processor listed in
 * each module, and those named by the configuration.
 */
final class ErrorCodeIndex {

	/**
	 * What to do if an entry is not found that the application has.
	 */
	static final String UNLISTED = "An enum that is missing was compiled without the annotation processor: "
			+ "list it under faultbook.codes.";

	private final ClassLoader classLoader;

	private final List<Finding> findings;

	ErrorCodeIndex(@Nullable ClassLoader classLoader, List<Finding> findings) {
		this.classLoader = Objects.requireNonNullElse(classLoader, ErrorCodeIndex.class.getClassLoader());
		this.findings = findings;
	}

	List<ErrorCode> load(List<String> configured) {
		List<ErrorCode> codes = new ArrayList<>();
		Set<String> names = new LinkedHashSet<>(configured);
		for (String name : configured) {
			codes.addAll(constants("faultbook.codes", name));
		}
		try {
			for (URL index : Collections.list(this.classLoader.getResources(ErrorCodeIndexer.INDEX))) {
				read(index).stream()
					.filter(names::add)
					.forEach((name) -> codes.addAll(constants(index.toString(), name)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return codes;
	}

	private static List<String> read(URL index) throws IOException {
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(index.openStream(), StandardCharsets.UTF_8))) {
			return reader.lines().map(String::strip).filter((line) -> !line.isEmpty()).toList();
		}
	}

	private List<ErrorCode> constants(String where, String name) {
		try {
			Class<?> type = ClassUtils.forName(name, this.classLoader);
			if (type.isEnum() && ErrorCode.class.isAssignableFrom(type)) {
				return List.of((ErrorCode[]) type.getEnumConstants());
			}
			this.findings.add(new Finding(where, "'%s' is not an enum that implements ErrorCode.".formatted(name),
					"Name such an enum."));
		}
		catch (LinkageError ex) {
			String cause = (ex.getCause() != null) ? ", caused by " + ex.getCause() : "";
			this.findings.add(new Finding(where, "'%s' cannot be loaded: %s%s.".formatted(name, ex, cause),
					"Correct the class."));
		}
		catch (ClassNotFoundException ex) {
			this.findings.add(new Finding(where, "there is no class '%s' on the classpath.".formatted(name),
					"Correct the name, or compile the module again."));
		}
		return List.of();
	}

}
