#!/usr/bin/env node
'use strict'

// node install.js PACKAGE VERSION DEPENDENCY…: installs a release of an SDK here, with `ws` for it to use. The
// dependencies named are taken at the oldest release that it accepts, the one it was published with: npm would take the
// newest.
const { execFileSync } = require('node:child_process')
const { writeFileSync } = require('node:fs')

const npm = (...words) => execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
const [name, version, ...dependencies] = process.argv.slice(2)

const accepted = JSON.parse(npm('view', `${name}@${version}`, 'dependencies', '--json') || '{}')
const oldest = dependencies
  .filter((dependency) => accepted[dependency])
  .map((dependency) => `${dependency}@${accepted[dependency].replace(/^[~^]/, '')}`)
writeFileSync('package.json', '{ "private": true }\n')
npm('install', '--no-audit', '--no-fund', '--loglevel=error', `${name}@${version}`, ...oldest, 'ws@8')
