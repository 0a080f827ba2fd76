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

package io.github.faultbook.autoconfigure.contract;

import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The paths that are guarded in the same way on both web stacks, and the users.
 */
@RestController
class GuardedController {

	// Spring Security's default is slow on purpose
	@Bean
	static PasswordEncoder passwordEncoder() {
		return new BCryptPasswordEncoder(4);
	}

	static UserDetails[] users(PasswordEncoder encoder) {
		String password = encoder.encode("pw");
		return new UserDetails[] { User.withUsername("ada").password(password).roles("USER").build(),
				User.withUsername("locked").password(password).roles("USER").accountLocked(true).build() };
	}

	@GetMapping({ "/basic/hello", "/basic/admin", "/bearer/hello", "/bearer/admin" })
	String hello() {
		return "hello";
	}

	@PostMapping("/csrf/hello")
	String post() {
		return "hello";
	}

}
