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

package io.github.faultbook.autoconfigure.validation;

import io.github.faultbook.autoconfigure.ThrowAwayClassLoader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the cache of {@link ClientNames}.
 */
class ClientNamesTests {

	private final JsonMapper mapper = JsonMapper.builder().build();

	private final ClientNames names = new ClientNames(this.mapper);

	@Test
	void propertiesDoNotPinTheClassLoaderOfTheirClass() throws Exception {
		assertThat(read(Address.class).isUnloaded()).isTrue();
	}

	private ThrowAwayClassLoader.Watch read(Class<?> original) throws Exception {
		Class<?> type = ThrowAwayClassLoader.load(original);
		for (int i = 0; i < 3; i++) {
			assertThat(this.names.propertiesOf(this.names.typeOf(type))).containsOnlyKeys("city");
		}
		// Jackson's own cache is bounded, but holds strong references
		this.mapper.getTypeFactory().clearCache();
		return ThrowAwayClassLoader.watch(type);
	}

	public static class Address {

		public String city;

	}

}
