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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
	void builtInEntriesHaveTheStatus() {
		assertThat(StatusName.all().values()).filteredOn((status) -> status.builtIn() != null)
			.allSatisfy((status) -> assertThat(CommonError.valueOf(status.builtIn()).definition().status())
				.isEqualTo(status.number()));
	}

	@Test
	void codeOfThePageIsTested() throws IOException {
		String tests;
		try (Stream<Path> files = Files.list(Path.of("src", "test", "java", "io", "github", "faultbook", "rewrite"))) {
			tests = files.map(RecipesTests::lines).collect(Collectors.joining("\n"));
		}
		String page = Files.readString(PAGE);
		assertThat(Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(page).results()).hasSize(4)
			.allSatisfy((block) -> assertThat(tests).contains(lines(block.group(1))));
	}

	private static String lines(Path path) {
		try {
			return lines(Files.readString(path));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String lines(String code) {
		return code.lines().map(String::strip).filter((line) -> !line.isEmpty()).collect(Collectors.joining("\n"));
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
