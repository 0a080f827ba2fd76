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

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * The keys of a property that is a map, as they were written. Unless they stand in
 * brackets, the binder drops their underscores, which are a part of codes.
 */
final class WrittenKeys implements UnaryOperator<String> {

	private final Map<String, String> keys = new HashMap<>();

	WrittenKeys(Environment environment, String property) {
		String prefix = property + ".";
		if (environment instanceof ConfigurableEnvironment configurable) {
			for (PropertySource<?> source : configurable.getPropertySources()) {
				if (source instanceof EnumerablePropertySource<?> enumerable) {
					for (String name : enumerable.getPropertyNames()) {
						if (name.startsWith(prefix)) {
							add(name.substring(prefix.length()).split("\\.", 2)[0]);
						}
					}
				}
			}
		}
	}

	private void add(String key) {
		this.keys.putIfAbsent(key.replace("_", ""), key);
	}

	@Override
	public String apply(String bound) {
		return this.keys.getOrDefault(bound, bound);
	}

}
