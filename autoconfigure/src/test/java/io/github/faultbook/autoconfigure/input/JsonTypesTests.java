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

package io.github.faultbook.autoconfigure.input;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JsonTypes}.
 */
class JsonTypesTests {

	private final JsonMapper mapper = JsonMapper.shared();

	private final JsonTypes types = new JsonTypes(this.mapper);

	@Test
	void allSubtypesOfATypeAreNamed() {
		assertThat(this.types.subtypesOf(this.mapper.constructType(Animal.class)).names()).containsExactly("dog",
				"elephant");
	}

	@Test
	void subtypeThatIsExpectedNamesNoOtherSubtype() {
		assertThat(this.types.subtypesOf(this.mapper.constructType(Dog.class)).names()).containsExactly("dog");
	}

	@Test
	void abstractSubtypeIsNotNamed() {
		assertThat(this.types.subtypesOf(this.mapper.constructType(Plant.class)).names()).containsExactly("oak");
	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Dog.class, name = "dog"),
			@JsonSubTypes.Type(value = Elephant.class, name = "elephant") })
	abstract static class Animal {

	}

	static class Dog extends Animal {

	}

	static class Elephant extends Animal {

	}

	@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
	@JsonSubTypes({ @JsonSubTypes.Type(value = Tree.class, name = "tree"),
			@JsonSubTypes.Type(value = Oak.class, name = "oak") })
	interface Plant {

	}

	abstract static class Tree implements Plant {

	}

	static class Oak extends Tree {

	}

}
