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

package io.github.faultbook.rewrite;

import java.nio.file.Path;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import org.junit.jupiter.api.Test;
import org.openrewrite.Recipe;
import org.openrewrite.config.Environment;
import org.zalando.problem.Status;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StatusName} and for the recipes that are declared as a whole.
 */
class RecipesTests {

	private static final Path PAGE = Path.of("..", "docs", "migrate-recipes.md");

	@Test
	void namesHaveTheStatusesOfSpringAndZalando() {
		assertThat(StatusName.all())
			.allSatisfy((name, status) -> assertThat(HttpStatus.valueOf(name).value()).isEqualTo(status.number()));
		assertThat(Status.values()).filteredOn((status) -> StatusName.all().containsKey(status.name()))
			.hasSizeGreaterThan(15)
			.allSatisfy((status) -> assertThat(StatusName.all().get(status.name()).number())
				.isEqualTo(status.getStatusCode()));
	}

	@Test
	void builtInEntriesAreKnown() {
		assertThat(Faultbook.BUILT_IN)
			.containsExactlyInAnyOrderElementsOf(Stream.of(CommonError.values()).map(CommonError::name).toList());
	}

	@Test
	void builtInEntriesHaveTheStatus() {
		assertThat(StatusName.all().values()).filteredOn((status) -> status.builtIn() != null)
			.allSatisfy((status) -> assertThat(CommonError.valueOf(status.builtIn()).definition().status())
				.isEqualTo(status.number()));
	}

	@Test
	void declaredRecipesAreComplete() {
		assertThat(Environment.builder().scanRuntimeClasspath("io.github.faultbook.rewrite").build().listRecipes())
			.filteredOn((recipe) -> recipe.getName().startsWith("io.github.faultbook.rewrite.From"))
			.hasSize(3)
			.allSatisfy((recipe) -> assertThat(PAGE).content().contains("`" + recipe.getName() + "`"))
			.allSatisfy((recipe) -> assertThat(recipe.validate().isValid()).isTrue())
			.allSatisfy((recipe) -> assertThat(recipe.getRecipeList()).extracting(Recipe::getName)
				.allMatch((name) -> name.startsWith("io.github.faultbook.rewrite.Replace")));
	}

}
