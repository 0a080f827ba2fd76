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
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the recorded responses of the libraries that run on this version of Spring
 * Boot. With {@code -Dfaultbook.docs.update=true}, they are recorded again.
 */
@Tag("slow")
class RecordingTests {

	@ParameterizedTest
	@EnumSource(names = "PROBLEM_SPRING_WEB", mode = EnumSource.Mode.EXCLUDE)
	void libraryAnswersAsRecorded(Library library) throws IOException {
		List<Exchange> answers = new ArrayList<>();
		try (Shop shop = library.start()) {
			for (Exchange request : Recordings.requests()) {
				Exchange answer = shop.send(request);
				if (library.isPredictable(request.name()) && answer.status() >= 400 && !answer.body().isEmpty()) {
					answers.add(answer);
				}
			}
		}
		if (Boolean.getBoolean("faultbook.docs.update")) {
			Recordings.write(library.recording(), "# Recorded by RecordingTests\n", answers);
		}
		assertThat(answers).isEqualTo(Recordings.read(library.recording()));
	}

}
